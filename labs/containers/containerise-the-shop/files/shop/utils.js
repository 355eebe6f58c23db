const { randomBytes, scryptSync, timingSafeEqual } = require('node:crypto');
const jwt = require('./jsonwebtoken');

// Without a secret of its own the shop makes one up, and whoever is signed in is signed out by its next start.
const secret = process.env.JWT_SECRET || randomBytes(32).toString('hex');

class ShopError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function hashPassword(password) {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}:${scryptSync(password, salt, 32).toString('hex')}`;
}

function isPassword(password, hash) {
  const [salt, expected] = hash.split(':').map((part) => Buffer.from(part, 'hex'));
  return timingSafeEqual(scryptSync(password, salt, 32), expected);
}

function createToken(user) {
  return jwt.sign({ id: user.id, email: user.email }, secret, { expiresIn: 8 * 60 * 60 });
}

/** Who asks, by the token in the header `Authorization: Bearer …`; nobody gets further without one. */
function signedIn(request, response, next) {
  const [scheme, token] = (request.get('Authorization') ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) return next(new ShopError(401, 'sign in first'));
  try {
    request.user = jwt.verify(token, secret);
  } catch (error) {
    return next(new ShopError(401, error.message));
  }
  return next();
}

/** One line for each request that is more than a look whether the shop is open. */
function report(request, response, next) {
  const path = request.path;
  response.on('finish', () => {
    const who = request.user?.email ?? request.body?.email ?? '-';
    if (path !== '/') console.log(`${request.method} ${path} ${response.statusCode} ${who}`);
  });
  next();
}

/** A text of the request's body. */
function text(body, name, longest = 200) {
  const value = body?.[name];
  if (typeof value !== 'string' || value.trim() === '' || value.length > longest) {
    throw new ShopError(400, `${name} must be a text of at most ${longest} characters`);
  }
  return value.trim();
}

/** A whole number of the request's body or path. */
function number(values, name, least = 1) {
  const value = Number(values?.[name]);
  if (!Number.isInteger(value) || value < least || value > 1_000_000_000) {
    throw new ShopError(400, `${name} must be a whole number of at least ${least}`);
  }
  return value;
}

/** Express 4 does not look at promises: hands their errors on. */
const handle = (answer) => (request, response, next) => answer(request, response).catch(next);

module.exports = { ShopError, hashPassword, isPassword, createToken, signedIn, report, text, number, handle };
