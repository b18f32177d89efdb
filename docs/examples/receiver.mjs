// A receiver of webhooks in Node 18 or newer. Needs nothing else.
//
//     WEBHOOK_SECRET=whsec_… PORT=8443 node receiver.mjs

import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const key = Buffer.from(process.env.WEBHOOK_SECRET.replace(/^whsec_/, ""), "base64");
const seen = new Set(); // of ids; keep them in your database, for at least a week

function isOurs(headers, body) {
  const id = headers["webhook-id"], time = headers["webhook-timestamp"];
  if (!id || !(Math.abs(Date.now() / 1000 - Number(time)) < 300)) return false; // older than five minutes
  const wanted = createHmac("sha256", key).update(`${id}.${time}.`).update(body).digest();
  return (headers["webhook-signature"] ?? "").split(" ").some((signature) => {
    const [version, value] = signature.split(",");
    const given = Buffer.from(value ?? "", "base64");
    return version === "v1" && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

function handle(event, data) {
  console.log(event, JSON.stringify(data)); // what you do with it
}

createServer(async (request, response) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces);
  if (!isOurs(request.headers, body)) return response.writeHead(401).end();
  if (!seen.has(request.headers["webhook-id"])) { // the same message may come twice
    seen.add(request.headers["webhook-id"]);
    const message = JSON.parse(body);
    handle(message.type, message.data);
  }
  response.writeHead(204).end(); // within 15 seconds: do long work after the answer
}).listen(Number(process.env.PORT ?? 8443));
