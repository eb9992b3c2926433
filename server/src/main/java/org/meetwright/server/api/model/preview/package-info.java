/// Previews in the API.
@NullMarked
package org.meetwright.server.api.model.preview;

import org.jspecify.annotations.NullMarked;
