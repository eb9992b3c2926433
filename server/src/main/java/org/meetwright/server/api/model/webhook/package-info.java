/// Webhooks and deliveries, as the API tells and reads them.
@NullMarked
package org.meetwright.server.api.model.webhook;

import org.jspecify.annotations.NullMarked;
