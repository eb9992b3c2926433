/// Sends events to webhooks: one POST per attempt, signed according to Standard Webhooks 1.0.
@NullMarked
package org.meetwright.server.webhook;

import org.jspecify.annotations.NullMarked;
