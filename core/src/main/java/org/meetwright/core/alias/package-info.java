/// Old addresses of booking pages, from other scheduling services, that lead to the pages here.
@NullMarked
package org.meetwright.core.alias;

import org.jspecify.annotations.NullMarked;
