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
 * @typedef {object} MatrixFactor a circumstance in a need matrix
 * @property {string} id
 * @property {string} label
 * @property {string} unit
 * @property {number} decimals
 * @property {string} period
 * @property {string} polarity
 * @property {string} standardisation
 * @property {number} weight
 * @property {string} domain of the scoring method; empty without
 * @property {string} shrinkage toward what its rates were drawn: none, global, local or district
 * @property {string} source
 * @property {string} licence
 * @property {string} numerator
 * @property {string} denominator
 * @property {?number} mean of the values shown
 * @property {?number} standardDeviation
 * @property {number} shown
 * @property {number} suppressed
 * @property {number} notAvailable
 * @property {number} notApplicable
 * @property {number} low
 * @property {string} layer
 *
 * @typedef {{standardised: ?number, value: ?number, scored?: ?number, state: ValueState}} MatrixValue
 *
 * @typedef {object} MatrixRow
 * @property {string} code
 * @property {string} name
 * @property {string} district
 * @property {string} districtName
 * @property {ValueState} state of score, rank and decile
 * @property {?number} score
 * @property {?number} rank
 * @property {?number} decile
 * @property {number} coverage
 * @property {string} [band] low, medium or high, where measures worse than their benchmark are counted
 * @property {?number} rankMedian the middle rank of the cases
 * @property {?number} rankLow above it in 5 of 100 cases
 * @property {?number} rankHigh below it in 5 of 100 cases
 * @property {?number} probabilityHighestNeedTenth share of cases
 * @property {?number} probabilityAmongTheMost share of cases
 * @property {MatrixValue[]} values in the order of the factors
 *
 * @typedef {object} Matrix
 * @property {string} id of its scoring method
 * @property {{id: string, version: ?number, document: object}} recipe the scoring method; without a version where it is not saved
 * @property {string} aggregation
 * @property {string} period that was asked for; empty for the latest of each factor
 * @property {string[]} periods of which it could be computed
 * @property {string} title
 * @property {boolean} fictional
 * @property {string} geography
 * @property {string} sentence
 * @property {string} layer
 * @property {number} minimumCoverage
 * @property {MatrixFactor[]} factors
 * @property {string[]} cautions
 * @property {string[]} notices
 * @property {string[]} sources
 * @property {string} [marking]
 * @property {Release} [release]
 * @property {MatrixRow[]} rows
 *
 * @typedef {object} MatrixEntry a matrix in the list
 * @property {string} id
 * @property {string} title
 * @property {string} geography
 * @property {{json: string, csv: string, xlsx: string, geojson: string, sensitivity?: string}} links without `sensitivity` where weights are not added up
 *
 * @typedef {object} MatrixSensitivity
 * @property {number} highestNeedTenth how many areas it has
 * @property {{code: string, name: string, district: string, rank: number, decile: number, inTenth: boolean,
 *     tippings: import('./weights-words.js').Tipping[]}[]} areas those that a weight moves in or out
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
 * @property {{id: string, why: string}} [opensAs] the layer to open first, because most of this one is hidden
 * @property {{measure: string, period: string, geography: string}} [selection] what to ask with the codes of areas that are to be
 *     counted together; absent where they cannot be
 * @property {{values: string, geojson: string, csv: string, shapefile: string, geopackage: string, geometry: string}} links
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
 * @property {string} [marking] how it may be passed on; absent for open data
 * @property {Release} [release] absent for open data
 * @property {Manifest} manifest
 *
 * @typedef {object} Release
 * @property {'draft'|'approved'|'withdrawn'|'expired'} state
 * @property {string} approvedBy or empty
 * @property {string} approvedAt a moment, or empty
 * @property {string} keepUntil a day, or empty
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
 * @typedef {object} SelectionCount children counted in chosen areas, or why not
 * @property {string} counted the measure in words
 * @property {string} period
 * @property {boolean} fictional
 * @property {number} areas
 * @property {ValueState} state of the count
 * @property {?number} count
 * @property {string} reason why there is no count, or empty
 * @property {?number} childrenAged0To17
 * @property {string} childrenPeriod
 * @property {?number} ratePer10000
 * @property {?number} lower
 * @property {?number} upper
 * @property {string} unit of the rate
 * @property {string[]} cautions
 * @property {string} source
 * @property {string} [marking] as of a layer
 * @property {Release} [release] as of a layer
 *
 * @typedef {object} FoundArea
 * @property {string} code
 * @property {string} name
 * @property {string} geography
 * @property {string} district
 * @property {string} districtName
 *
 * @typedef {object} Protection what a county shows, what it hides and who decided so; any member may be null
 * @property {{name: string, title: string, fictional: boolean}} extent
 * @property {ProtectedDataset[]} datasets
 * @property {ProtectedMeasure[]} measures
 * @property {string[]} reasons sentences
 * @property {?{at: string, passed: boolean, sentence: string, hiddenFigures: number, publishedTotals: number, narrowestWidth: number}} audit
 * @property {{count: number, last: ?string}} exactUses
 *
 * @typedef {object} ProtectedDataset
 * @property {number} id
 * @property {string} title
 * @property {string} source
 * @property {string} imported a moment
 * @property {'draft'|'approved'|'withdrawn'|'expired'} state
 * @property {string} stateWords
 * @property {string} marking
 * @property {?string} keepUntil a day
 * @property {string} exactAudience
 * @property {ProtectionRule} rule
 * @property {{state: string, by: string, at: string, note: string}[]} decisions oldest first
 *
 * @typedef {object} ProtectionRule
 * @property {number} largestHiddenCount
 * @property {boolean} zeroIsHidden
 * @property {number} roundingBase 0 for none
 * @property {number} minimumDenominator children
 * @property {number} protectionWidth
 *
 * @typedef {object} ProtectedMeasure
 * @property {string} measure
 * @property {string} title
 * @property {string} geography
 * @property {ProtectedPeriod[]} periods
 *
 * @typedef {object} ProtectedPeriod
 * @property {string} period
 * @property {number} areas
 * @property {number} shown with a number other than zero
 * @property {number} zero
 * @property {number} hidden for whatever reason
 * @property {number} notAvailable
 * @property {string} layer id
 * @property {?string} opensAs id
 * @property {string} why
 *
 * @typedef {object} RecipeEntry a scoring method in a list
 * @property {string} id
 * @property {string} name
 * @property {number} version
 * @property {?string} created a moment; null for what comes with the program
 * @property {boolean} shipped
 * @property {string} description
 * @property {number} factors how many
 * @property {{self: string, version: string}} links
 *
 * @typedef {RecipeEntry & {sha256: string, versions: {version: number, created: ?string, sha256: string, links: {self: string}}[], recipe: object}} RecipeVersion
 *     `versions` oldest first, `recipe` the document
 *
 * @typedef {object} LoadedMeasure
 * @property {string} id
 * @property {string} label
 * @property {string} unit
 * @property {?('higher'|'lower')} polarity which end means more need; null where it is not stated
 * @property {string} theme
 * @property {string} source
 * @property {boolean} bareCount no scoring method takes it
 * @property {{geography: string, periods: string[]}[]} figures latest period first
 *
 * @typedef {object} FieldError
 * @property {string} field
 * @property {number} row
 * @property {string} message
 */
export {};
