/// Why a time is offered or not, as the API tells it.
@NullMarked
package org.meetwright.server.api.model.explain;

import org.jspecify.annotations.NullMarked;
