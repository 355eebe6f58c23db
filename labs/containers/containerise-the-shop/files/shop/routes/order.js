const { Router } = require('express');
const orders = require('../models/order');
const { ShopError, handle, signedIn } = require('../utils');

const router = Router();

router.get('/order', signedIn, handle(async (request, response) => {
  response.json(await orders.of(request.user.id));
}));

router.post('/order', signedIn, handle(async (request, response) => {
  const order = await orders.place(request.user.id);
  if (!order) throw new ShopError(409, 'the cart is empty');
  response.status(201).json(order);
}));

module.exports = router;
