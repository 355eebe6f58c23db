const cors = require('cors');
const express = require('express');
const database = require('./models/database');
const { report } = require('./utils');

const app = express();
app.use(cors());
app.use(express.json());
app.use(report);

app.get('/', (request, response) => {
  response.json({ shop: 'open', modules: ['user', 'product', 'order', 'cart', 'ml'] });
});
app.use(require('./routes/user'));
app.use(require('./routes/product'));
app.use(require('./routes/order'));
app.use(require('./routes/cart'));
app.use(require('./routes/ml'));

app.use((request, response) => response.status(404).json({ error: 'there is no such page' }));
// Express knows it by its four parameters.
app.use((error, request, response, next) => {
  const status = error.status ?? 500;
  if (status === 500) console.error(error);
  response.status(status).json({ error: status === 500 ? 'the shop has made a mistake' : error.message });
});

const port = Number(process.env.PORT ?? 4000);
database.open().then(() => {
  const server = app.listen(port, () => console.log(`shop: open on port ${port}`));
  process.once('SIGTERM', () => server.close(() => database.close()));
}).catch((error) => {
  console.error(`shop: ${error.message}`);
  process.exit(1);
});
