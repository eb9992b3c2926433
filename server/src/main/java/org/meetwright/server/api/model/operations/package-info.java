/// How a server is, as the API tells it.
@NullMarked
package org.meetwright.server.api.model.operations;

import org.jspecify.annotations.NullMarked;
