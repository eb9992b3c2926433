/// Event types in the API.
@NullMarked
package org.meetwright.server.api.model.eventtype;

import org.jspecify.annotations.NullMarked;
