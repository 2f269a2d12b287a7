/**
 * The shapes that the service answers with, for the editor and for readers. Nothing here runs.
 *
 * @typedef {'known'|'suppressed'|'not-available'|'not-applicable'|'low'} ValueState
 *
 * @typedef {{state: ValueState}} Unknown a number that is not shown, and why
 *
 * @typedef {object} Extent
 * @property {string} name
 * @property {string} title
 * @property {boolean} fictional
 * @property {string[]} geographies
 * @property {{code: string, name: string}[]} districts
 *
 * @typedef {{message: string, progress: number}} Loading the county that is on its way, progress from 0 to 1
 *
 * @typedef {object} LayerEntry a layer in the list, without its values
 * @property {string} id
 * @property {string} title
 * @property {string} kind
 * @property {string} group
 * @property {string} [theme] within the group
 * @property {string} geography
 * @property {string} extent
 * @property {string} unit
 * @property {string} period
 * @property {{values: string, geojson: string, csv: string, shapefile: string, geometry: string}} links
 *
 * @typedef {object} LegendClass
 * @property {string} code
 * @property {string} label
 * @property {string} colour
 * @property {number} areaCount
 *
 * @typedef {object} LayerColumn
 * @property {string} name
 * @property {string} label
 * @property {'number'|'whole_number'|'text'} type
 * @property {string} unit
 * @property {number} decimals
 *
 * @typedef {object} Manifest
 * @property {string} resultHash
 * @property {string} software
 * @property {string} method
 * @property {{title: string, source: string, licence: string, sha256: string}[]} inputs
 * @property {Record<string, string>} parameters
 *
 * @typedef {object} Layer
 * @property {string} id
 * @property {string} title
 * @property {string} kind
 * @property {string} group
 * @property {{name: string, title: string, fictional: boolean}} extent
 * @property {string} geography
 * @property {string} period
 * @property {string} unit
 * @property {number} decimals
 * @property {string} valueLabel
 * @property {string} sentence
 * @property {LayerColumn[]} columns
 * @property {LegendClass[]} legend from most to least need
 * @property {string[]} cautions
 * @property {string[]} sources
 * @property {Manifest} manifest
 *
 * @typedef {object} AreaRow
 * @property {string} code
 * @property {string} name
 * @property {string} district
 * @property {?number} value
 * @property {ValueState} state
 * @property {string} class
 * @property {(number|string|Unknown)[]} cells
 *
 * @typedef {object} LayerData
 * @property {Layer} layer
 * @property {AreaRow[]} areas
 *
 * @typedef {object} FoundArea
 * @property {string} code
 * @property {string} name
 * @property {string} geography
 * @property {string} district
 * @property {string} districtName
 *
 * @typedef {object} FieldError
 * @property {string} field
 * @property {number} row
 * @property {string} message
 */
export {};
