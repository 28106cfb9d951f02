# One image for every service: SERVICE says which one a container runs. Numeric user, nothing written but /tmp.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY setup.mjs tsconfig.json ./
COPY libs libs
COPY services services
COPY demo demo
COPY simulator simulator
COPY client client
COPY test test
COPY docs/api docs/api
# The compiled tree stays, the sources go; what is read at run time (.sql, .json) stays beside both.
RUN node setup.mjs \
 && rm -rf dist/test dist/simulator dist/client dist/.built dist/.tsbuildinfo \
 && find libs services -name '*.ts' -delete \
 && find libs services -type d -empty -delete \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
LABEL org.opencontainers.image.title="anxin" org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/libs libs
COPY --from=build /app/services services
COPY package.json package-lock.json LICENSE ./
COPY policies policies
COPY web web
ARG SERVICE=intake
# A volume that is put here takes over whose it is.
RUN install -d -o 10001 -g 10001 -m 0700 /var/lib/anxin/evidence
ENV NODE_ENV=production SERVICE=${SERVICE} HOST=0.0.0.0 PORT=3000
USER 10001:10001
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# exec: the service is process 1 and gets the SIGTERM itself.
CMD ["sh", "-c", "exec node dist/services/${SERVICE}/main.js"]
