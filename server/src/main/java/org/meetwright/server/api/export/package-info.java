/// The export of everything that is stored about a host.
@NullMarked
package org.meetwright.server.api.export;

import org.jspecify.annotations.NullMarked;
