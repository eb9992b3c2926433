/// Event types, as the API tells and reads them.
@NullMarked
package org.meetwright.server.api.model.eventtype;

import org.jspecify.annotations.NullMarked;
