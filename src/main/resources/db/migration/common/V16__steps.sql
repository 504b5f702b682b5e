-- The step that is made next is the newest. In H2 an index gives the first row in an order only if
-- it turns as the order does: without this one each step read all that were left.
create index reading_step_newest on reading_step (incident desc, kind desc, ts desc);
