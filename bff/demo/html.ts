const SIGNS = /[&<>"']/g;

/** Text as it may stand in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(SIGNS, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

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
<link rel="stylesheet" href="/demo/style.css">
${loading}
</head>
<body>${body}</body>
</html>
`;
}
