const { query, transaction } = require('./database');
const cart = require('./cart');

/** Makes an order of what is in the cart, which is empty then; nothing if it was empty before. */
const place = (user) => transaction(async (ask) => {
  const lines = await cart.of(user, ask);
  if (lines.length === 0) return undefined;
  const total = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const { insertId } = await ask('INSERT INTO orders SET ?', { user, total });
  await ask('INSERT INTO order_line (orders, product, title, price, quantity) VALUES ?', [
    lines.map((line) => [insertId, line.product, line.title, line.price, line.quantity]),
  ]);
  await cart.clear(user, ask);
  return { id: insertId, total, lines };
});

async function of(user) {
  const orders = await query('SELECT id, total, placed FROM orders WHERE user = ? ORDER BY id', [user]);
  const lines = await query(
    `SELECT orders, product, title, order_line.price, quantity FROM order_line JOIN orders ON orders.id = orders
     WHERE user = ? ORDER BY product`,
    [user],
  );
  return orders.map((order) => ({
    ...order,
    lines: lines.filter((line) => line.orders === order.id).map(({ orders: _, ...line }) => line),
  }));
}

/** Everything that was ever bought: who, and which product. */
const purchases = () => query('SELECT user, product FROM order_line JOIN orders ON orders.id = orders');

module.exports = { place, of, purchases };
