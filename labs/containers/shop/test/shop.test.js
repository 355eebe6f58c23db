// The shop as its customers meet it: started as a program of its own, with a real database, asked by HTTP.
// DB_HOST and the other variables of models/database.js say which; it should be empty.
const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');
const { after, before, test } = require('node:test');
const jwt = require('../jsonwebtoken');

const port = 4999;
const secret = 'of the tests';
let shop;
let output = '';

before(async () => {
  shop = spawn(process.execPath, [path.join(__dirname, '..', 'index.js')], {
    env: { ...process.env, PORT: String(port), JWT_SECRET: secret },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [shop.stdout, shop.stderr]) {
    stream.on('data', (data) => { output += data; });
  }
  await until(() => output.includes('shop: open'));
});

after(async () => {
  if (shop.exitCode !== null) return;
  shop.kill();
  const [code] = await once(shop, 'exit');
  assert.equal(code, 0, 'the shop closes when asked to');
});

async function until(condition) {
  for (const end = Date.now() + 60_000; !condition();) {
    assert.ok(shop.exitCode === null && Date.now() < end, `the shop said:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ask(method, where, { token, body } = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}${where}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

let people = 0;
async function somebody() {
  people += 1;
  const email = `somebody-${people}-${Date.now()}@example.org`;
  const { body: user } = await ask('POST', '/signup', { body: { email, name: 'Somebody', password: 'open sesame' } });
  const { body } = await ask('POST', '/signin', { body: { email, password: 'open sesame' } });
  return { ...user, token: body.token };
}

async function item(seller, category = 'tools', title = 'hammer') {
  const { body } = await ask('POST', '/item', { token: seller.token, body: { title, category, price: 1250 } });
  return body;
}

async function buy(buyer, product, quantity = 1) {
  await ask('POST', '/cart', { token: buyer.token, body: { product: product.id, quantity } });
  return (await ask('POST', '/order', { token: buyer.token })).body;
}

test('says that it is open, and to browsers of other origins too', async () => {
  const answer = await ask('GET', '/');

  assert.equal(answer.body.shop, 'open');
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
});

test('signs up, signs in, and knows who asks', async () => {
  const user = await somebody();

  const profile = await ask('GET', '/profile', { token: user.token });

  assert.deepEqual(profile.body, { id: user.id, email: user.email, name: 'Somebody' });
  assert.equal(jwt.verify(user.token, secret).email, user.email);
});

test('takes an email once, whatever its case', async () => {
  const user = await somebody();

  const body = { email: user.email.toUpperCase(), name: 'Another', password: 'x' };

  assert.equal((await ask('POST', '/signup', { body })).status, 409);
});

test('wants the right password', async () => {
  const user = await somebody();

  const answer = await ask('POST', '/signin', { body: { email: user.email, password: 'close sesame' } });

  assert.equal(answer.status, 401);
});

test('believes only tokens of its own', async () => {
  const user = await somebody();
  const [header, payload, signature] = user.token.split('.');
  const other = Buffer.from(JSON.stringify({ id: 1 })).toString('base64url');
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  const forged = [
    `${header}.${other}.${signature}`, `${none}.${payload}.`, `${header}.${payload}`, 'x.y.z',
    jwt.sign({ id: user.id }, 'another secret'), jwt.sign({ id: user.id }, secret, { expiresIn: -1 }),
  ];

  for (const token of [undefined, ...forged]) {
    assert.equal((await ask('GET', '/profile', { token })).status, 401, token);
  }
});

test('shows items to everybody, and lets sellers alone remove theirs', async () => {
  const seller = await somebody();
  const other = await somebody();

  const sold = await item(seller);

  assert.ok((await ask('GET', '/item')).body.some(({ id }) => id === sold.id));
  assert.equal((await ask('DELETE', `/item/${sold.id}`, { token: other.token })).status, 404);
  assert.equal((await ask('DELETE', `/item/${sold.id}`, { token: seller.token })).status, 200);
  assert.ok(!(await ask('GET', '/item')).body.some(({ id }) => id === sold.id));
});

test('an item needs a title and a price that can be', async () => {
  const { token } = await somebody();

  for (const body of [{ category: 'a', price: 1 }, { title: 'a', category: 'a', price: -1 }, { title: 5, category: 'a', price: 1 }]) {
    assert.equal((await ask('POST', '/item', { token, body })).status, 400);
  }
});

test('keeps a cart for each user, and adds up', async () => {
  const buyer = await somebody();
  const other = await somebody();
  const sold = await item(buyer);
  const body = { product: sold.id, quantity: 2 };

  await ask('POST', '/cart', { token: buyer.token, body });
  await ask('POST', '/cart', { token: buyer.token, body });

  assert.equal((await ask('GET', '/cart', { token: buyer.token })).body[0].quantity, 4);
  assert.deepEqual((await ask('GET', '/cart', { token: other.token })).body, []);
  assert.equal((await ask('POST', '/cart', { token: other.token, body: { product: 999999, quantity: 1 } })).status, 404);
  assert.deepEqual((await ask('DELETE', `/cart/${sold.id}`, { token: buyer.token })).body, []);
  assert.equal((await ask('DELETE', `/cart/${sold.id}`, { token: buyer.token })).status, 404);
});

test('makes an order of the cart, which keeps what was bought', async () => {
  const buyer = await somebody();
  const sold = await item(buyer);

  const placed = await buy(buyer, sold, 3);
  await ask('DELETE', `/item/${sold.id}`, { token: buyer.token });

  assert.equal(placed.total, 3750);
  assert.deepEqual((await ask('GET', '/cart', { token: buyer.token })).body, []);
  const [order] = (await ask('GET', '/order', { token: buyer.token })).body;
  assert.deepEqual(order.lines, [{ product: sold.id, title: 'hammer', price: 1250, quantity: 3 }]);
  assert.equal((await ask('POST', '/order', { token: buyer.token })).status, 409);
});

test('recommends what the user likes, also when something that was bought is not sold any more', async () => {
  const seller = await somebody();
  const buyer = await somebody();
  const gone = await item(seller, 'music');
  await buy(buyer, await item(seller, `books-${buyer.id}`, 'novel'));
  await buy(buyer, gone);
  const wanted = await item(seller, `books-${buyer.id}`, 'atlas');
  await ask('DELETE', `/item/${gone.id}`, { token: seller.token });
  const before = output.length;

  const answer = await ask('POST', '/train', { token: buyer.token });
  await until(() => output.slice(before).includes('ml has learnt'));

  assert.equal(answer.status, 202);
  const { body } = await ask('GET', '/recommendation', { token: buyer.token });
  assert.deepEqual(body.slice(0, 2).map(({ title }) => title), ['novel', 'atlas']);
  assert.ok(body.some(({ id }) => id === wanted.id));
  assert.ok(body.length <= 5);
});

test('takes quotes for what they are', async () => {
  const { token } = await somebody();

  const { body } = await ask('POST', '/item', { token, body: { title: "'; DROP TABLE user; --", category: '"', price: 0 } });

  assert.ok((await ask('GET', '/item')).body.some(({ id, title }) => id === body.id && title.startsWith("';")));
});

test('says what is wrong with a request, and goes on', async () => {
  assert.equal((await ask('GET', '/nowhere')).status, 404);
  const broken = await fetch(`http://127.0.0.1:${port}/signin`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{',
  });
  assert.equal(broken.status, 400);
  assert.equal((await ask('GET', '/')).status, 200);
});
