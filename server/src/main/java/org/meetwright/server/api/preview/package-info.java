/// The route that tells what would follow if a host saved something.
@NullMarked
package org.meetwright.server.api.preview;

import org.jspecify.annotations.NullMarked;
