/// Addresses of computers, and who really asks when a proxy stands between.
@NullMarked
package org.meetwright.server.net;

import org.jspecify.annotations.NullMarked;
