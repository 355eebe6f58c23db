const { query } = require('./database');

async function add(product) {
  const { insertId } = await query('INSERT INTO product SET ?', product);
  return { id: insertId, ...product };
}

const all = () => query('SELECT id, title, category, price, seller FROM product ORDER BY id');

/** Only the seller's own: false if there is none. */
async function remove(id, seller) {
  const { affectedRows } = await query('DELETE FROM product WHERE id = ? AND seller = ?', [id, seller]);
  return affectedRows === 1;
}

module.exports = { add, all, remove };
