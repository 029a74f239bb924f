-- Whatever was on its way when a pusher was killed.
UPDATE record SET state = 'unknown' WHERE state = 'sending'
