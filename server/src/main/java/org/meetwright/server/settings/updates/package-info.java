/// What can be configured of looking for newer versions.
@NullMarked
package org.meetwright.server.settings.updates;

import org.jspecify.annotations.NullMarked;
