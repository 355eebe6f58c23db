const { Router } = require('express');
const products = require('../models/product');
const { ShopError, handle, number, signedIn, text } = require('../utils');

const router = Router();

router.get('/item', handle(async (request, response) => {
  const items = await products.all();
  response.json(items);
}));

// Prices are whole cents.
router.post('/item', signedIn, handle(async (request, response) => {
  const product = {
    title: text(request.body, 'title'),
    category: text(request.body, 'category'),
    price: number(request.body, 'price', 0),
    seller: request.user.id,
  };
  response.status(201).json(await products.add(product));
}));

router.delete('/item/:id', signedIn, handle(async (request, response) => {
  const id = number(request.params, 'id');
  if (!await products.remove(id, request.user.id)) throw new ShopError(404, 'you sell no such item');
  response.json({ removed: id });
}));

module.exports = router;
