const { Router } = require('express');
const orders = require('../models/order');
const products = require('../models/product');
const { handle, signedIn } = require('../utils');

const router = Router();

// What has been learnt: how often each product was bought, and which categories each user buys from.
let sold = new Map();
let tastes = new Map();

const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

function learn(purchases, items) {
  sold = new Map();
  tastes = new Map();
  for (const purchase of purchases) {
    const item = items.find(({ id }) => id === purchase.product);
    if (!item) continue; // bought once, not sold any more
    if (!tastes.has(purchase.user)) tastes.set(purchase.user, new Map());
    count(sold, item.id);
    count(tastes.get(purchase.user), item.category);
  }
  console.log(`shop: ml has learnt from ${purchases.length} purchases`);
}

router.post('/train', signedIn, handle(async (request, response) => {
  const purchases = await orders.purchases();
  const items = await products.all();
  response.status(202).json({ purchases: purchases.length });
  setImmediate(() => learn(purchases, items)); // nobody needs to wait for it
}));

/** Five items that others sell: those of the categories that this user likes, and that many have bought, first. */
router.get('/recommendation', signedIn, handle(async (request, response) => {
  const taste = tastes.get(request.user.id) ?? new Map();
  const rank = (item) => 1000 * (taste.get(item.category) ?? 0) + (sold.get(item.id) ?? 0);
  const items = (await products.all()).filter((item) => item.seller !== request.user.id);
  response.json(items.sort((one, other) => rank(other) - rank(one)).slice(0, 5));
}));

module.exports = router;
