/// What everybody sees without a login, as the API tells it.
@NullMarked
package org.meetwright.server.api.model.slot;

import org.jspecify.annotations.NullMarked;
