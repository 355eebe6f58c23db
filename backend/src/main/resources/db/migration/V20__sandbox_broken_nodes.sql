-- Nodes whose reset is under way (empty text) or has failed (the cause), as a JSON object by name; null for none.
alter table sandbox add column broken_nodes text;
