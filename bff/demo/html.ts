const SIGNS = /[&<>"']/g;

/** Text as it may stand in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(SIGNS, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Crect width='24' height='24' rx='6' fill='%230a5c63'/%3E%3Cpath d='M12 5.5 17 7.3v4c0 3.2-2.1 5.5-5 6.4-2.9-.9-5-3.2-5-6.4v-4z' fill='none' stroke='%23fff' stroke-width='1.5'/%3E%3C/svg%3E";

export interface Page {
  title: string;
  body: string;
  /** Address of a script of our own; the content security policy allows no other. */
  script?: string;
}

export function htmlPage({ title, body, script }: Page): string {
  const loading = script ? `<script src="${script}" defer></script>` : '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="/demo/style.css">
${loading}
</head>
<body>${body}</body>
</html>
`;
}
