/// Webhooks: addresses of hosts to which events of bookings are sent.
@NullMarked
package org.meetwright.core.webhook;

import org.jspecify.annotations.NullMarked;
