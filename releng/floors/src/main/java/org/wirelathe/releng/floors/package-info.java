/**
 * The check that keeps the house standing: it reads every manifest and feature, and the build fails on each
 * bundle that imports from a floor above its own or breaks another rule that hot swap rests on.
 */
package org.wirelathe.releng.floors;
