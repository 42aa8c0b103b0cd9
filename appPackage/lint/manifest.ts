/** The parts of a unified app manifest (1.30) that its schema says too little about. */
export interface Manifest {
  readonly id?: string;
  readonly version?: string;
  readonly localizationInfo?: {
    readonly additionalLanguages?: readonly {
      readonly languageTag: string;
      readonly file: string;
    }[];
  };
  readonly icons?: Readonly<Record<string, string>>;
  readonly staticTabs?: readonly Tab[];
  readonly activities?: {
    readonly activityTypes?: readonly ActivityType[];
    readonly activityIcons?: readonly { readonly id: string; readonly iconFile: string }[];
  };
  readonly validDomains?: readonly string[];
  readonly webApplicationInfo?: {
    readonly id: string;
    readonly resource?: string;
    readonly nestedAppAuthInfo?: readonly { readonly redirectUri: string }[];
  };
  readonly authorization?: {
    readonly permissions?: { readonly resourceSpecific?: readonly Permission[] };
  };
  readonly extensions?: readonly Extension[];
}

export interface Tab {
  readonly entityId: string;
  readonly contentUrl?: string;
  readonly websiteUrl?: string;
  readonly scopes: readonly string[];
  readonly context?: readonly string[];
}

export interface ActivityType {
  readonly type: string;
  readonly templateText: string;
  readonly allowedIconIds?: readonly string[];
}

export interface Permission {
  readonly name: string;
  readonly type: string;
}

interface Icon {
  readonly size: number;
  readonly url: string;
}

interface Control {
  readonly id: string;
  readonly actionId?: string;
  readonly icons?: readonly Icon[];
  readonly items?: readonly Control[];
}

export interface Extension {
  readonly runtimes?: readonly { readonly actions?: readonly { readonly id: string }[] }[];
  readonly ribbons?: readonly {
    readonly tabs?: readonly {
      readonly groups?: readonly {
        readonly icons?: readonly Icon[];
        readonly controls?: readonly Control[];
      }[];
    }[];
  }[];
  readonly alternates?: readonly { readonly alternateIcons?: unknown }[];
}

/** What goes into the package, by its path in it. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** One thing the store, or Teams itself, would trip over; each in a sentence that names the place. */
export type Rule = (manifest: Manifest, files: Files) => readonly string[];
