const { query } = require('./database');

/** More of it if it is there already; false if there is no such product. */
async function put(user, product, quantity) {
  const { affectedRows } = await query(
    `INSERT INTO cart (user, product, quantity) SELECT ?, id, ? FROM product WHERE id = ?
     ON DUPLICATE KEY UPDATE quantity = cart.quantity + ?`,
    [user, quantity, product, quantity],
  );
  return affectedRows > 0;
}

const of = (user, ask = query) => ask(
  `SELECT product.id AS product, title, price, quantity FROM cart JOIN product ON product.id = cart.product
   WHERE user = ? ORDER BY product.id`,
  [user],
);

async function take(user, product) {
  const { affectedRows } = await query('DELETE FROM cart WHERE user = ? AND product = ?', [user, product]);
  return affectedRows === 1;
}

const clear = (user, ask = query) => ask('DELETE FROM cart WHERE user = ?', [user]);

module.exports = { put, of, take, clear };
