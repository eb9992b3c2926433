/// How much is done at once, and how much memory it takes.
@NullMarked
package org.meetwright.server.load;

import org.jspecify.annotations.NullMarked;
