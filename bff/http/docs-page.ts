import { createRequire } from 'node:module';
import path from 'node:path';
import type { Express, Response } from 'express';
import { openApiDocument, type OpenApiOptions } from './openapi';
import type { AnyRoute } from './route';

export interface DocsOptions extends OpenApiOptions {
  /** Where the page stands, e.g. `/api/docs`, or `/docs` for a system. */
  docsPath: string;
}

const ASSETS = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'] as const;
const distribution = path.dirname(createRequire(__filename).resolve('swagger-ui-dist/package.json'));

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

function pageOf(options: DocsOptions): string {
  const { docsPath } = options;
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(options.title)}</title>
    <link rel="stylesheet" href="${docsPath}/swagger-ui.css">
    <link rel="icon" type="image/png" href="${docsPath}/favicon-32x32.png">
  </head>
  <body>
    <div id="docs"></div>
    <script src="${docsPath}/swagger-ui-bundle.js"></script>
    <script src="${docsPath}/start.js"></script>
  </body>
</html>
`;
}

/** A script of its own, because the content security policy allows none inside the page. */
function startScriptOf(options: DocsOptions): string {
  const settings = {
    url: `${options.basePath}/openapi.json`,
    dom_id: '#docs',
    deepLinking: true,
    docExpansion: 'none',
    validatorUrl: null,
    displayRequestDuration: true,
  };
  return `window.SwaggerUIBundle(${JSON.stringify(settings)});\n`;
}

function send(response: Response, route: string, content: { type: string; text: string }): void {
  response.locals.route = route;
  response.setHeader('Content-Type', content.type);
  response.end(content.text);
}

/** `{basePath}/openapi.json` and a page to read and try it, served from this server alone. */
export function mountDocs(app: Express, routes: AnyRoute[], options: DocsOptions): void {
  const { docsPath, basePath } = options;
  const documentPath = `${basePath}/openapi.json`;
  const document = JSON.stringify(openApiDocument(routes, options));
  const page = pageOf(options);
  const script = startScriptOf(options);
  app.get(documentPath, (_request, response) => {
    send(response, documentPath, { type: 'application/json; charset=utf-8', text: document });
  });
  app.get(docsPath, (_request, response) => {
    send(response, docsPath, { type: 'text/html; charset=utf-8', text: page });
  });
  app.get(`${docsPath}/start.js`, (_request, response) => {
    send(response, docsPath, { type: 'text/javascript; charset=utf-8', text: script });
  });
  for (const asset of ASSETS) {
    app.get(`${docsPath}/${asset}`, (_request, response) => {
      response.locals.route = docsPath;
      response.setHeader('Cache-Control', 'public, max-age=86400');
      response.sendFile(asset, { root: distribution });
    });
  }
}
