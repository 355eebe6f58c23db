const { query } = require('./database');

async function add(email, name, password) {
  const { insertId } = await query('INSERT INTO user SET ?', { email, name, password });
  return { id: insertId, email, name };
}

async function withEmail(email) {
  const [user] = await query('SELECT * FROM user WHERE email = ?', [email]);
  return user;
}

async function withId(id) {
  const [user] = await query('SELECT id, email, name FROM user WHERE id = ?', [id]);
  return user;
}

module.exports = { add, withEmail, withId };
