/// Network addresses, and the client behind a proxy.
@NullMarked
package org.meetwright.server.net;

import org.jspecify.annotations.NullMarked;
