const { Router } = require('express');
const users = require('../models/user');
const { ShopError, createToken, handle, hashPassword, isPassword, signedIn, text } = require('../utils');

const router = Router();

router.post('/signup', handle(async (request, response) => {
  const email = text(request.body, 'email').toLowerCase();
  const name = text(request.body, 'name');
  const password = hashPassword(text(request.body, 'password'));
  try {
    response.status(201).json(await users.add(email, name, password));
  } catch (error) {
    if (error.code === 'ER_DUP_ENTRY') throw new ShopError(409, 'somebody with this email has signed up already');
    throw error;
  }
}));

router.post('/signin', handle(async (request, response) => {
  const user = await users.withEmail(text(request.body, 'email').toLowerCase());
  if (!user || !isPassword(text(request.body, 'password'), user.password)) {
    throw new ShopError(401, 'email or password is wrong');
  }
  response.json({ token: createToken(user) });
}));

router.get('/profile', signedIn, handle(async (request, response) => {
  const user = await users.withId(request.user.id);
  if (!user) throw new ShopError(404, 'this account has gone');
  response.json(user);
}));

module.exports = router;
