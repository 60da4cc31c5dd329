import { createServer } from "node:http";
import pg from "pg";

// The floors that pages are compared with: nothing but node:http, sending the same bytes.
process.once("message", async ({ body, type, databaseUrl, sessionId }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  const statement = {
    name: "visit",
    text: `SELECT u.id, u.name, u.email, u.admin, s.authenticated_at, now() AS now, l.id AS launch_id, l.slug, l.revision
             FROM sessions s JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL
             LEFT JOIN launches l ON l.slug = $2 AND (u.admin OR EXISTS (SELECT 1 FROM members m WHERE m.launch_id = l.id AND m.id = u.id))
            WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now()`,
    values: [sessionId, "a4co"],
  };
  const bytes = Buffer.from(body);
  const server = createServer(async (request, response) => {
    if (request.url === "/sql") {
      const { rows } = await pool.query(statement);
      if (rows.length !== 1) return void response.writeHead(500).end();
    }
    response.writeHead(200, { "content-type": type, "content-length": bytes.length }).end(bytes);
  });
  server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
});
process.once("disconnect", () => process.exit(0));
