/// Routes for webhooks and their deliveries.
@NullMarked
package org.meetwright.server.api.webhook;

import org.jspecify.annotations.NullMarked;
