/// One running app for each data directory.
@NullMarked
package org.meetwright.desktop.instance;

import org.jspecify.annotations.NullMarked;
