# Built without a database, and without any network but npm's.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && node scripts/bundle.mjs && mkdir /out && cp -a .build/[0-9a-f]*/. /out/

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 UV_THREADPOOL_SIZE=12 KEEP_ALIVE_TIMEOUT=65000
WORKDIR /app
COPY --from=build /out ./
# Besides the command line it holds the thread in which documents are read.
COPY --from=build /app/bin ./bin
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/prisma ./prisma
# The standalone output holds what pages use; migrating and the command line need these two in any case.
COPY --from=build /app/node_modules/pg ./node_modules/pg
COPY --from=build /app/node_modules/@node-rs ./node_modules/@node-rs
# Nothing in here is written at run time, so nothing belongs to the user who runs it.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "scripts/container.mjs"]
