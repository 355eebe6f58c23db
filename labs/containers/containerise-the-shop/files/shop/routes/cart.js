const { Router } = require('express');
const cart = require('../models/cart');
const { ShopError, handle, number, signedIn } = require('../utils');

const router = Router();

router.get('/cart', signedIn, handle(async (request, response) => {
  response.json(await cart.of(request.user.id));
}));

router.post('/cart', signedIn, handle(async (request, response) => {
  const product = number(request.body, 'product');
  const quantity = number(request.body, 'quantity');
  if (!await cart.put(request.user.id, product, quantity)) throw new ShopError(404, 'there is no such item');
  response.status(201).json(await cart.of(request.user.id));
}));

router.delete('/cart/:product', signedIn, handle(async (request, response) => {
  const product = number(request.params, 'product');
  if (!await cart.take(request.user.id, product)) throw new ShopError(404, 'that is not in your cart');
  response.json(await cart.of(request.user.id));
}));

module.exports = router;
