// A real provider of OpenID Connect for the tests: people sign in by a form, and a test can make it go wrong.
// Prints its issuer when it listens. Argument: the address that people come back to.

import { createServer } from "node:http";
import { generateKeyPair, exportJWK, SignJWT, decodeJwt, decodeProtectedHeader } from "jose";
import Provider from "oidc-provider";

const [back] = process.argv.slice(2);
const client = { client_id: "netwerkspiegel", client_secret: "a-secret-that-is-shared", redirect_uris: [back] };
const { privateKey } = await generateKeyPair("RS256", { extractable: true });
const stranger = await generateKeyPair("RS256", { extractable: true });
const key = { ...(await exportJWK(privateKey)), kid: "ours", alg: "RS256", use: "sig" };

const server = createServer();
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

// Both are set by POST /control: whom this provider knows, and what goes wrong with its next answers.
let people = {};
let fault = {};

const provider = new Provider(issuer, {
  clients: [client],
  jwks: { keys: [key] },
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  cookies: { keys: ["only-for-tests"] },
  features: { devInteractions: { enabled: false } },
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Grant: 600, Interaction: 600, Session: 600 },
  pkce: { required: () => true },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ ...people[id], sub: id }) }),
  loadExistingGrant: async (ctx) => {
    const { client: asking, session } = ctx.oidc;
    const grant = new ctx.oidc.provider.Grant({ clientId: asking.clientId, accountId: session.accountId });
    grant.addOIDCScope("openid email");
    await grant.save();
    return grant;
  },
});

async function tampered(idToken) {
  const { header = {}, claims = {}, signedBy } = fault.idToken;
  const signer = signedBy === "stranger" ? stranger.privateKey : privateKey;
  const payload = { ...decodeJwt(idToken), ...claims };
  for (const name of Object.keys(claims)) if (claims[name] === null) delete payload[name];
  if (header.alg === "none") {
    const encoded = (part) => Buffer.from(JSON.stringify(part)).toString("base64url");
    return `${encoded(header)}.${encoded(payload)}.`;
  }
  if (header.alg === "HS256") {
    const secret = new TextEncoder().encode(client.client_secret);
    return new SignJWT(payload).setProtectedHeader(header).sign(secret);
  }
  return new SignJWT(payload).setProtectedHeader({ ...decodeProtectedHeader(idToken), ...header }).sign(signer);
}

provider.use(async (ctx, next) => {
  if (fault.silentAt === ctx.path) await new Promise((heard) => setTimeout(heard, fault.silentFor));
  await next();
  if (fault.brokenAt === ctx.path) { ctx.status = fault.status ?? 500; ctx.body = fault.says ?? "<p>Broken"; }
  if (ctx.path === "/token" && fault.idToken && ctx.body?.id_token) {
    ctx.body.id_token = await tampered(ctx.body.id_token);
  }
  if (ctx.path === "/me" && fault.userinfo) ctx.body = { ...ctx.body, ...fault.userinfo };
  if (ctx.path === "/.well-known/openid-configuration" && "issuer" in fault) ctx.body.issuer = fault.issuer;
});

async function read(request) {
  let body = "";
  for await (const piece of request) body += piece;
  return body;
}

const page = '<form method="post"><input name="login"><button>Sign in</button><button name="stop" value="1">Stop</button></form>';

async function interact(request, response) {
  if (request.method === "GET") {
    response.setHeader("Content-Type", "text/html");
    return response.end(page);
  }
  const form = new URLSearchParams(await read(request));
  const outcome = form.get("stop") ? { error: "access_denied" } : { login: { accountId: form.get("login") } };
  return provider.interactionFinished(request, response, outcome, { mergeWithLastSubmission: false });
}

server.on("request", async (request, response) => {
  if (request.url === "/control") {
    ({ people, fault } = JSON.parse(await read(request)));
    return response.end();
  }
  if (request.url.startsWith("/interaction/")) return interact(request, response);
  return provider.callback()(request, response);
});
console.log(issuer);
