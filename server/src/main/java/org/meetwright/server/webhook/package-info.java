/// Sends what webhooks are told: one POST an attempt, signed as Standard Webhooks 1.0 says.
@NullMarked
package org.meetwright.server.webhook;

import org.jspecify.annotations.NullMarked;
