/// The health of a server in the API.
@NullMarked
package org.meetwright.server.api.model.operations;

import org.jspecify.annotations.NullMarked;
