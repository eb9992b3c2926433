/// Webhooks: programs of hosts that are told what becomes of bookings, and what was sent to them.
@NullMarked
package org.meetwright.core.webhook;

import org.jspecify.annotations.NullMarked;
