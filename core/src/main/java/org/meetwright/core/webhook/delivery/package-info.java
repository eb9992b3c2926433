/// Deliveries to webhooks: created by changes of bookings, sent, listed, and replayed.
@NullMarked
package org.meetwright.core.webhook.delivery;

import org.jspecify.annotations.NullMarked;
