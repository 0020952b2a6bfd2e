/** Stands in for the portal where it has not been built. */
export const NOT_BUILT_PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>质量基础设施“一站式”服务</title>
  </head>
  <body>
    <h1>质量基础设施“一站式”服务</h1>
    <p>门户页面尚未构建，接口可以使用：<a href="/api/openapi.json">/api/openapi.json</a></p>
    <p lang="en">The portal has not been built; the API works. Build it with <code>npm run build</code>.</p>
  </body>
</html>
`;
