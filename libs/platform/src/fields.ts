import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  buildMessage,
  type ValidationOptions,
} from 'class-validator';

/*
 * One decorator per field says both what OpenAPI shows and what validation checks, so that the two cannot differ.
 */

interface Common {
  readonly optional?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  /** For an optional field of a change: null takes away what is there. */
  readonly nullable?: boolean;
}

const presence = ({ optional }: Common) => (optional ? [IsOptional()] : []);
/** A list is there, empty or left out; null is none of these, and whoever reads a list would trip over it. */
const listPresence = ({ optional }: Common) =>
  optional ? [ValidateIf((_body, value: unknown) => value !== undefined)] : [];
const api = ({ optional, description, example, nullable }: Common) => ({
  required: !optional,
  description,
  example,
  ...(nullable && { nullable }),
});

/** Text, trimmed by nobody: what the caller sent is what is checked. Not empty unless optional. */
export function TextField(
  options: Common & { max?: number; pattern?: RegExp; message?: string } = {},
): PropertyDecorator {
  const { max = 200, pattern, message } = options;
  return applyDecorators(
    ApiProperty({ type: String, maxLength: max, pattern: pattern?.source, ...api(options) }),
    ...presence(options),
    IsString(),
    MaxLength(max),
    ...(options.optional ? [] : [IsNotEmpty()]),
    ...(pattern ? [Matches(pattern, { message })] : []),
  );
}

export function IdField(options: Common = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'uuid', ...api(options) }),
    ...presence(options),
    IsUUID(),
  );
}

/** A whole number; also read from a query string. */
export function IntegerField(options: Common & { min: number; max: number }): PropertyDecorator {
  const { min, max } = options;
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: min, maximum: max, ...api(options) }),
    ...presence(options),
    // Only text is read as a number: what else a body holds there is wrong, and some of it cannot even be converted.
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value)),
    IsInt(),
    Min(min),
    Max(max),
  );
}

/** A finite number. */
export function NumberField(options: Common & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min, max } = options;
  return applyDecorators(
    ApiProperty({ type: Number, minimum: min, maximum: max, ...api(options) }),
    ...presence(options),
    IsNumber({ allowNaN: false, allowInfinity: false }),
    ...(min === undefined ? [] : [Min(min)]),
    ...(max === undefined ? [] : [Max(max)]),
  );
}

/** true or false; also read from a query string. */
export function BooleanField(options: Common = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: Boolean, ...api(options) }),
    ...presence(options),
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
  );
}

export function ChoiceField(choices: readonly string[], options: Common = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, enum: [...choices], ...api(options) }),
    ...presence(options),
    IsIn([...choices]),
  );
}

/** An object of a declared class. */
export function ObjectField(type: () => new () => object, options: Common = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type, ...api(options) }),
    ...presence(options),
    IsObject(),
    ValidateNested(),
    Type(type),
  );
}

/** An object whose shape is data (a form); its own schema checks it later. */
export function FreeObjectField(options: Common = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ ...api(options), type: 'object', additionalProperties: true } as never),
    ...presence(options),
    IsObject(),
  );
}

/**
 * A list in the list would be checked by what lies in it, an empty one and null by nothing. What else is no object, its
 * nested check refuses, and says at which place.
 */
const isPart = (options: ValidationOptions) =>
  ValidateBy(
    {
      name: 'isPart',
      validator: {
        validate: (value: unknown) => value !== null && !Array.isArray(value),
        defaultMessage: buildMessage((each) => `${each}$property must be an object`, options),
      },
    },
    options,
  );

export function ListField(
  type: () => new () => object,
  options: Common & { min?: number; max: number },
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type, isArray: true, minItems: options.min ?? 0, maxItems: options.max, ...api(options) }),
    ...listPresence(options),
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max),
    isPart({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );
}

export function TextListField(options: Common & { min?: number; max: number; maxLength?: number }): PropertyDecorator {
  const { min = 0, max, maxLength = 200 } = options;
  return applyDecorators(
    ApiProperty({ type: String, isArray: true, minItems: min, maxItems: max, ...api(options) }),
    ...listPresence(options),
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString({ each: true }),
    IsNotEmpty({ each: true }),
    MaxLength(maxLength, { each: true }),
  );
}
