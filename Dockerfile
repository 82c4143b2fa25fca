# The application's image. The database is a server of its own (docker-compose.yml), so the packaged one stays out.
FROM node:26-slim AS manifests
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/domain/package.json packages/domain/
COPY packages/schema/package.json packages/schema/
COPY packages/spreadsheet/package.json packages/spreadsheet/
COPY packages/testkit/package.json packages/testkit/
COPY e2e/package.json e2e/
COPY bench/package.json bench/
COPY tools/package.json tools/
ENV PNPM="npm exec --yes --package=pnpm@12.21.0 -- pnpm"

FROM manifests AS web
RUN $PNPM install --frozen-lockfile --trust-lockfile
COPY tsconfig.base.json ./
COPY packages packages
COPY apps/web apps/web
COPY e2e/chromium.ts e2e/
RUN cd apps/web && node node_modules/vite/bin/vite.js build

FROM manifests AS api
RUN $PNPM install --frozen-lockfile --trust-lockfile --prod --no-optional --filter "@rehab/api..."
COPY packages packages
COPY apps/api apps/api
COPY --from=web /app/apps/web/dist apps/web/dist

FROM node:26-slim
WORKDIR /app
COPY --from=api /app ./
# Holds the encryption keys; never the database.
RUN mkdir -p /var/lib/rehab && chown node:node /var/lib/rehab
VOLUME /var/lib/rehab
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/rehab
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/src/main.ts"]
