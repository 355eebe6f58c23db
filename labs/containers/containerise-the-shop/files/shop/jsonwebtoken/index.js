// The part of the npm package `jsonwebtoken` that the shop uses, with the same names and arguments: sign and verify, by
// HMAC with SHA-256 (RFC 7519). Where npm's registry can be reached, install the package and change one line in utils.js.
const { createHmac, timingSafeEqual } = require('node:crypto');

class JsonWebTokenError extends Error {
  name = 'JsonWebTokenError';
}

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = (text, secret) => createHmac('sha256', secret).update(text).digest();

function decode(part) {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    throw new JsonWebTokenError('invalid token');
  }
}

/** @param options `expiresIn`, in seconds */
function sign(payload, secret, options = {}) {
  const now = Math.floor(Date.now() / 1000);
  const expiry = options.expiresIn === undefined ? {} : { exp: now + options.expiresIn };
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...payload, iat: now, ...expiry })}`;
  return `${text}.${signature(text, secret).toString('base64url')}`;
}

/** What was signed; throws if this was not signed with the secret, or too long ago. */
function verify(token, secret) {
  const parts = token.split('.');
  if (parts.length !== 3) throw new JsonWebTokenError('jwt malformed');
  const [header, payload, signed] = parts;
  // Only this way of signing: a token must not choose how it is looked at.
  if (decode(header)?.alg !== 'HS256') throw new JsonWebTokenError('invalid algorithm');
  const expected = signature(`${header}.${payload}`, secret);
  const actual = Buffer.from(signed, 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new JsonWebTokenError('invalid signature');
  }
  const claims = decode(payload);
  if (claims.exp !== undefined && claims.exp <= Date.now() / 1000) throw new JsonWebTokenError('jwt expired');
  return claims;
}

module.exports = { sign, verify, JsonWebTokenError };
