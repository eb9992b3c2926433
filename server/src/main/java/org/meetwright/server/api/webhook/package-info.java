/// A host's webhooks over the API.
@NullMarked
package org.meetwright.server.api.webhook;

import org.jspecify.annotations.NullMarked;
