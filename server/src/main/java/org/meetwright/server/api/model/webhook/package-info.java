/// Webhooks and deliveries in the API.
@NullMarked
package org.meetwright.server.api.model.webhook;

import org.jspecify.annotations.NullMarked;
