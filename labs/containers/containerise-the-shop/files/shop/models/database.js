const { promisify } = require('node:util');
const mysql = require('mysql');

const pool = mysql.createPool({
  host: process.env.DB_HOST ?? 'db',
  port: Number(process.env.DB_PORT ?? 3306),
  user: process.env.DB_USER ?? 'shop',
  password: process.env.DB_PASSWORD ?? '',
  database: process.env.DB_NAME ?? 'shop',
  connectionLimit: 5,
});
const query = promisify(pool.query).bind(pool);
const getConnection = promisify(pool.getConnection).bind(pool);

const tables = [
  `CREATE TABLE IF NOT EXISTS user (
     id INT PRIMARY KEY AUTO_INCREMENT, email VARCHAR(200) NOT NULL UNIQUE, name VARCHAR(200) NOT NULL,
     password VARCHAR(200) NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS product (
     id INT PRIMARY KEY AUTO_INCREMENT, title VARCHAR(200) NOT NULL, category VARCHAR(200) NOT NULL, price INT NOT NULL,
     seller INT NOT NULL REFERENCES user (id))`,
  `CREATE TABLE IF NOT EXISTS cart (
     user INT NOT NULL REFERENCES user (id), product INT NOT NULL REFERENCES product (id) ON DELETE CASCADE,
     quantity INT NOT NULL, PRIMARY KEY (user, product))`,
  `CREATE TABLE IF NOT EXISTS orders (
     id INT PRIMARY KEY AUTO_INCREMENT, user INT NOT NULL REFERENCES user (id), total INT NOT NULL,
     placed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)`,
  // What was bought stays written down as it was then, also when the product has gone.
  `CREATE TABLE IF NOT EXISTS order_line (
     orders INT NOT NULL REFERENCES orders (id), product INT NOT NULL, title VARCHAR(200) NOT NULL, price INT NOT NULL,
     quantity INT NOT NULL, PRIMARY KEY (orders, product))`,
];

/** Waits for the database, which may start at the same time as the shop, and makes the tables that are missing. */
async function open() {
  const patience = Date.now() + 1000 * Number(process.env.DB_WAIT ?? 60);
  for (;;) {
    try {
      for (const table of tables) await query(table);
      return;
    } catch (error) {
      const hopeless = ['ER_ACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR'].includes(error.code);
      if (hopeless || Date.now() > patience) throw new Error(`no database: ${error.message}`);
      console.log(`shop: waiting for the database (${error.code})`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/** All that `work` asks of its connection happens, or none of it. */
async function transaction(work) {
  const connection = await getConnection();
  const ask = promisify(connection.query).bind(connection);
  try {
    await ask('START TRANSACTION');
    const result = await work(ask);
    await ask('COMMIT');
    return result;
  } catch (error) {
    await ask('ROLLBACK');
    throw error;
  } finally {
    connection.release();
  }
}

const close = promisify(pool.end).bind(pool);

module.exports = { open, close, query, transaction };
