/// Deliveries of webhooks: made by changes of bookings, sent, looked at, sent again.
@NullMarked
package org.meetwright.core.webhook.delivery;

import org.jspecify.annotations.NullMarked;
